package io.crossgov.hiring.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What Tasklist's libraries weigh, and that taking parts out leaves whole what stays. */
class WebAppLibrariesTest {

    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";

    /** What the libraries are sent as, by far the most of what a web app needs before its first list. */
    private static final int AT_MOST = 450_000;

    private static final String BUNDLE =
            """
            (self.chunk=self.chunk||[]).push([[881],{1:function(e,t,n){var a=n(2),b=/[/}]{/.test("}\\"}"),c=`}${n(3)}}`;if(b)a()
            else/}/.test(c)},2:function(e){e.exports=function(){return 4/2/1}},3:function(e,t,r){r(5)},4:function(){/* } */},
            5:function(e,t,n){}}]);"""
                    .replace("\n", "");

    @Test
    void modules_end_where_they_end_whatever_braces_stand_in_texts_and_patterns() {
        assertThat(ScriptModules.read(BUNDLE).ids()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void what_is_reached_stays_as_it_is_and_the_rest_goes() {
        var modules = ScriptModules.read(BUNDLE);

        assertThat(modules.reachable(Set.of(1, 2, 3, 4), Set.of())).isEqualTo(BUNDLE);
        assertThat(modules.reachable(Set.of(3), Set.of()))
                .isEqualTo("(self.chunk=self.chunk||[]).push([[881],{3:function(e,t,r){r(5)},5:function(e,t,n){}}]);");
        assertThat(modules.reachable(Set.of(3), Set.of(3)))
                .isEqualTo("(self.chunk=self.chunk||[]).push([[881],{3:function(){}}]);");
        assertThat(modules.askedForIn("var x=q(2),y=z.q(3),w=f(99);")).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alert(1)", "(self.c=[]).push([[881],{1:function(e){", "(self.c=[]).push([[881],{})"})
    void a_script_of_another_kind_is_left_alone(String script) {
        assertThatThrownBy(() -> ScriptModules.read(script)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_app_finds_everything_it_asks_for_in_what_is_left_and_it_is_light() throws IOException {
        var libraries = new WebAppLibraries();
        isLight(libraries.tasklist().getBody(), "tasklist");
        isLight(libraries.cockpit().getBody(), "cockpit");
    }

    private static void isLight(String left, String app) throws IOException {
        var whole = ScriptModules.read(read("lib/deps.js"));
        var modules = ScriptModules.read(left);

        assertThat(whole.ids()).hasSizeGreaterThan(700).containsAll(WebAppLibraries.NEVER_RUN);
        assertThat(modules.ids())
                .containsAll(whole.askedForIn(read("app/%1$s/camunda-%1$s-bootstrap.js".formatted(app))))
                .containsAll(whole.askedForIn(read("../../plugin/%s/app/plugin.js".formatted(app))))
                .hasSizeLessThan(whole.ids().size());
        assertThat(compressed(left)).as(app).isLessThan(AT_MOST);
    }

    private static int compressed(String script) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static String read(String file) throws IOException {
        return new ClassPathResource(CAMUNDA + file).getContentAsString(StandardCharsets.UTF_8);
    }
}
