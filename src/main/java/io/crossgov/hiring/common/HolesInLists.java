package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.function.Consumer;

/** Notes every null that stands in a list, where there is nothing that it could leave out, and lets Jackson go on reading. */
final class HolesInLists extends JsonParserDelegate {

    private final Consumer<String> holes;

    /** @param holes takes the path of each */
    HolesInLists(JsonParser sent, Consumer<String> holes) {
        super(sent);
        this.holes = holes;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token == JsonToken.VALUE_NULL && getParsingContext().inArray()) {
            holes.accept(UnreadableAnswers.pathOf(getParsingContext()));
        }
        return token;
    }
}
