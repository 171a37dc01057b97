package io.crossgov.hiring.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.Rule;
import io.crossgov.hiring.notice.NoticeType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** {@code docs/changing.md} leads to every file that a change needs: whatever there is of a kind stands in each of them. */
class RecipesTest {

    private static final String PAGE = "docs/changing.md";
    private static final String HIRING = "io.crossgov.hiring.";

    private static final Pattern SECTION = Pattern.compile("(?ms)^## <a id=\"([a-z-]+)\"></a>.*?(?=^## |\\z)");
    private static final Pattern PLACE = Pattern.compile("(?m)^\\d+\\. `([^`]+)`");

    private static final Pattern UPLOAD =
            Pattern.compile("(?:upload|paper)Field\\(\\s*workbench,\\s+\"[^\"]*\",\\s+\"[^\"]*\",\\s+\"([^\"]+)\"");

    /** What of Form A OPM reads from elsewhere than the form, and where the record of it is put in words. */
    private static final Map<String, String> OF_FORM_A_TOLD_OTHERWISE = Map.ofEntries(
            Map.entry("positionTitle", "hiring.positionTitle()"),
            Map.entry("rplCleared", "reemployment::onFormA"),
            Map.entry("rplClearedOn", "reemployment::onFormA"),
            Map.entry("freezeGround", "law.freezeOf(hiring)"),
            Map.entry("freezeDocument", "law.freezeOf(hiring)"),
            Map.entry("freezeApprovalNumber", "law.freezeOf(hiring)"),
            Map.entry("freezeApprovalDate", "law.freezeOf(hiring)"),
            Map.entry("freezePlanLine", "law.freezeOf(hiring)"),
            Map.entry("freezeOpmToldOn", "law.freezeOf(hiring)"),
            Map.entry("freezeAnswer", "law.freezeOf(hiring)"),
            Map.entry("informationComplete", "missing.isEmpty()"),
            Map.entry("officialPhone", "signature(formA)"),
            Map.entry("signature", "signature(formA)"));

    /**
     * All there are of one kind.
     *
     * @param kind anchor of its recipe
     * @param spellings for each, by its name, how it may be written in a file
     * @param not which of them need not stand in a file, by the file
     */
    private record Kind(String kind, Map<String, Pattern> spellings, Map<String, Set<String>> not) {

        static Kind of(String kind, Stream<String> names) {
            return new Kind(
                    kind, names.collect(toMap(Function.identity(), name -> word(Pattern.quote(name)))), Map.of());
        }

        boolean isIn(String name, String path, String text) {
            return spellings.get(name).matcher(path + "\n" + text).find();
        }

        boolean areAllIn(String path, String text) {
            return spellings.keySet().stream().allMatch(name -> isIn(name, path, text));
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                formA(),
                Kind.of("freeze-ground", yaml("src/main/resources/law/freeze-regimes.yaml", ".*\\.id$", true)),
                new Kind(
                        "pool-type",
                        Arrays.stream(PoolType.values())
                                .map(Enum::name)
                                .collect(toMap(Function.identity(), RecipesTest::word)),
                        // Only of a type whose own employees come first is anything asked.
                        Map.of("bpmn/cross-gov-hiring.bpmn", Set.of(PoolType.CGA.name()))),
                Kind.of("message", Arrays.stream(NoticeType.values()).map(Enum::name)),
                Kind.of("task", tasks()),
                roles(),
                Kind.of(
                        "due-days",
                        yaml("src/main/resources/application.yaml", "crossgov\\.due-days\\.(?!default)", false)),
                new Kind(
                        "case-column",
                        components("casefile.CaseList$Row")
                                .collect(toMap(
                                        Function.identity(),
                                        name -> Pattern.compile("row\\." + name + "\\(\\)|\\b" + name + "[,)]"))),
                        // Said by the step, or by why the case was closed.
                        Map.of("src/main/resources/templates/cases.html", Set.of("status"))),
                Kind.of(
                        "document-purpose",
                        Arrays.stream(DocumentPurpose.values()).map(DocumentPurpose::word)),
                // What is of the flow and no rule has no page.
                Kind.of("rule", Arrays.stream(Rule.values()).map(Rule::id).filter(id -> id.matches("[A-Z]\\d+"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void every_file_of_a_recipe_names_every_one_of_its_kind(Kind kind) {
        assertThat(places(kind.kind())).isNotEmpty().allSatisfy(place -> assertThat(
                        kind.spellings().keySet())
                .as(place)
                .filteredOn(name -> !kind.not().getOrDefault(place, Set.of()).contains(name))
                .allMatch(name -> filesOf(place).entrySet().stream()
                        .anyMatch(file -> kind.isIn(name, file.getKey(), file.getValue()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void no_file_names_all_of_a_kind_without_standing_in_its_recipe(Kind kind) {
        var told = places(kind.kind()).stream()
                .flatMap(place -> filesOf(place).keySet().stream())
                .toList();

        assertThat(Repository.in("src/main/", "bpmn/", "forms/").entrySet().stream()
                        .filter(file -> kind.areAllIn(file.getKey(), Repository.withoutComments(file.getValue())))
                        .map(Map.Entry::getKey))
                .isSubsetOf(told);
    }

    @Test
    void every_recipe_says_which_tests_lead() {
        assertThat(recipes()).hasSize(10).allSatisfy((kind, recipe) -> assertThat(recipe)
                .containsPattern("\nLed by [^\n]*`\\w+Tests?`"));
    }

    /** The demo's older cases are data, too: they say on which ground they went on. */
    @Test
    void every_ground_of_the_freeze_stands_in_its_data_only() {
        var grounds = kinds().filter(kind -> kind.kind().equals("freeze-ground"))
                .findFirst()
                .orElseThrow();

        assertThat(grounds.spellings().keySet())
                .allSatisfy(ground -> assertThat(Repository.in("src/main/", "bpmn/", "forms/").entrySet().stream()
                                .filter(file -> grounds.isIn(ground, file.getKey(), file.getValue()))
                                .map(Map.Entry::getKey)
                                .filter(file -> !file.equals("src/main/resources/demo/cases.json")))
                        .containsExactly("src/main/resources/law/freeze-regimes.yaml"));
    }

    @Test
    void what_OPM_reads_of_Form_A_otherwise_is_read_where_the_forms_are_put_in_words() {
        assertThat(Repository.text("RequestFile")).contains(OF_FORM_A_TOLD_OTHERWISE.values());
        assertThat(components("request.CompleteTalentPoolRequest$Answers"))
                .containsAll(OF_FORM_A_TOLD_OTHERWISE.keySet());
    }

    @Test
    void every_upload_of_the_workbench_names_a_purpose_that_is_there() {
        var named = Repository.in("src/main/resources/META-INF/resources/assets/workbench/").values().stream()
                .flatMap(script -> UPLOAD.matcher(script).results())
                .map(upload -> upload.group(1))
                .toList();

        assertThat(named)
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(DocumentPurpose.values())
                        .map(DocumentPurpose::word)
                        .toList());
    }

    @Test
    void every_purpose_of_documents_has_a_name_and_somebody_who_files_it() {
        for (var purpose : DocumentPurpose.values()) {
            if (purpose != DocumentPurpose.OTHER) {
                assertThat(purpose.label()).as(purpose.word()).isNotEqualTo(DocumentPurpose.OTHER.label());
            }
            assertThat(Repository.in("src/main/java/", "src/main/resources/", "forms/").entrySet().stream()
                            .filter(file -> !file.getKey().equals(Repository.path("DocumentPurpose")))
                            .filter(file -> file.getKey().endsWith(".java")
                                    ? file.getValue().contains("DocumentPurpose." + purpose.name())
                                    : file.getValue().contains("\"" + purpose.word() + "\""))
                            .map(Map.Entry::getKey))
                    .as(purpose.word())
                    .isNotEmpty();
        }
    }

    private static Kind formA() {
        var names = components("request.CompleteTalentPoolRequest$Answers").toList();
        return new Kind(
                "form-a-field",
                names.stream().collect(toMap(Function.identity(), RecipesTest::word)),
                Map.of(
                        "RequestFile", OF_FORM_A_TOLD_OTHERWISE.keySet(),
                        // Stands at the top of every form.
                        "FormAToComplete", Set.of("positionTitle")));
    }

    private static Kind roles() {
        var worksOnNoTask = Set.of(Role.OPM_DESIGNER.name());
        return new Kind(
                "role",
                Arrays.stream(Role.values())
                        .collect(toMap(
                                Role::name,
                                role -> word(role.name() + "|" + role.groupId() + "|" + Pattern.quote(role.title())))),
                Map.of(
                        "TaskFilters", worksOnNoTask,
                        "bpmn/.camunda/element-templates/form-task.json", worksOnNoTask));
    }

    private static Pattern word(String spelling) {
        return Pattern.compile("(?<![\\w-])(?:" + spelling + ")(?![\\w-])");
    }

    private static Stream<String> tasks() {
        return Repository.in("bpmn/").values().stream()
                .flatMap(model -> Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"")
                        .matcher(model)
                        .results())
                .map(task -> task.group(1));
    }

    private static Stream<String> components(String type) {
        try {
            return Arrays.stream(Class.forName(HIRING + type).getRecordComponents())
                    .map(RecordComponent::getName);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    /** The values of those entries, or the last parts of their names. */
    private static Stream<String> yaml(String file, String entries, boolean values) {
        var reader = new YamlPropertiesFactoryBean();
        reader.setResources(new FileSystemResource(file));
        return reader.getObject().entrySet().stream()
                .filter(entry -> Pattern.compile(entries)
                        .matcher(entry.getKey().toString())
                        .find())
                .map(entry -> values
                        ? entry.getValue().toString()
                        : entry.getKey().toString().replaceFirst(".*\\.", ""));
    }

    private static Map<String, String> recipes() {
        return SECTION.matcher(Repository.text(PAGE))
                .results()
                .collect(toMap(section -> section.group(1), section -> section.group()));
    }

    private static List<String> places(String kind) {
        return PLACE.matcher(recipes().getOrDefault(kind, ""))
                .results()
                .map(place -> place.group(1))
                .toList();
    }

    private static Map<String, String> filesOf(String place) {
        if (Repository.isFolder(place)) {
            return Repository.in(place + "/");
        }
        var path = Repository.path(place);
        return Map.of(path, Repository.texts().get(path));
    }
}
