package io.crossgov.hiring.selection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.common.SearchWords;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the server answers to the workbench's questions about the candidates of a {@link SampleCandidateList}, which holds all rows whole:
 * lines for the list, page by page, and everything about one candidate.
 */
record SampleAnswers(ObjectNode all) {

    /** @param query as in the address; @return a page of the list */
    JsonNode list(String query) {
        var asked = parameters(query);
        var found = found(asked);
        int from = Math.min(Integer.parseInt(asked.getOrDefault("from", "0")), Math.max(0, found.size() - 1))
                / CandidateList.PAGE
                * CandidateList.PAGE;
        var page = all.deepCopy();
        page.remove("obstacles");
        page.put("all", rows().size());
        page.put("found", found.size());
        page.put("from", from);
        var lines = page.putArray("candidates");
        found.stream().skip(from).limit(CandidateList.PAGE).map(this::line).forEach(lines::add);
        var held = rows().stream().filter(row -> row.path("vacancyHeld").asBoolean());
        page.put("vacanciesHeld", held.count());
        var lately = page.putArray("lately");
        rows().stream()
                .filter(row -> !row.path("changedAt").isNull())
                .sorted(Comparator.comparing(
                                (ObjectNode row) -> row.path("changedAt").asText())
                        .reversed())
                .limit(10)
                .map(row -> only(row, CandidateList.Changed.class))
                .forEach(lately::add);
        return page;
    }

    /** @return all about the candidate, or nothing when there is no such candidate */
    JsonNode details(String id, String query) {
        var order = rows().stream().map(SampleAnswers::id).toList();
        if (!order.contains(id)) {
            return null;
        }
        var row = rows().get(order.indexOf(id));
        var found = found(parameters(query)).stream()
                .filter(other -> !id(other).equals(id))
                .toList();
        var before = found.stream()
                .filter(other -> order.indexOf(id(other)) < order.indexOf(id))
                .toList();
        var details = all.objectNode();
        details.set("candidate", row);
        var obstacles = details.putArray("obstacles");
        all.path("obstacles").forEach(obstacles::add);
        var first = details.putArray("comeFirst");
        comeFirst(row).forEach(other -> first.add(named(other)));
        details.put("moreComeFirst", 0);
        details.put("foundBefore", before.size());
        details.set("previous", before.isEmpty() ? null : named(before.get(before.size() - 1)));
        details.set("next", found.size() == before.size() ? null : named(found.get(before.size())));
        return details;
    }

    private List<ObjectNode> rows() {
        return StreamSupport.stream(all.path("candidates").spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private List<ObjectNode> found(Map<String, String> asked) {
        var words = new SearchWords(asked.get("words")).keys();
        return rows().stream()
                .filter(row -> !asked.containsKey("id")
                        || List.of(asked.get("id").split(",")).contains(id(row)))
                .filter(row -> !asked.containsKey("status")
                        || row.path("status").asText().equals(asked.get("status")))
                .filter(row -> !asked.containsKey("location")
                        || row.path("locations").toString().contains(asked.get("location")))
                .filter(row -> SearchWords.standIn(
                        row.path("name").asText() + " "
                                + row.path("applicantNumber").asText(),
                        words))
                .toList();
    }

    private ObjectNode line(ObjectNode row) {
        var line = only(row, CandidateLine.class);
        var status = ReviewStatus.valueOf(row.path("status").asText());
        var allowed = new ArrayList<Boolean>();
        row.path("electing").forEach(one -> allowed.add(one.path("allowed").asBoolean()));
        line.remove("electing");
        if (!status.isSettled() && !allowed.isEmpty()) {
            line.putObject("electing")
                    .put("where", !allowed.contains(true) ? "NONE" : allowed.contains(false) ? "SOME" : "ALL");
            comeFirst(row).forEach(other -> ((ObjectNode) line.path("electing"))
                    .put("after", other.path("name").asText() + " comes first"));
        }
        if (row.at("/message/state").asText().equals("LEFT")) {
            line.remove("message");
        }
        if (status != ReviewStatus.INTERVIEW_SCHEDULED) {
            line.remove(List.of("interviewOn", "interviewTime", "interviewZone", "interviewZoneTitle"));
        }
        return line;
    }

    /** Those of the row's facts which that part of an answer has. */
    private static ObjectNode only(ObjectNode row, Class<? extends Record> part) {
        var kept = row.objectNode();
        Arrays.stream(part.getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !row.path(name).isNull())
                .forEach(name -> kept.set(name, row.path(name)));
        return kept;
    }

    private List<ObjectNode> comeFirst(ObjectNode row) {
        var ids = new ArrayList<String>();
        row.path("electing").forEach(one -> {
            if (!one.path("allowed").asBoolean()) {
                ((ArrayNode) all.path("obstacles")
                                .path(one.path("obstacle").asInt())
                                .path("comeFirst"))
                        .forEach(id -> ids.add(id.asText()));
            }
        });
        return rows().stream().filter(other -> ids.contains(id(other))).toList();
    }

    private static ObjectNode named(ObjectNode row) {
        return row.objectNode().put("id", id(row)).put("name", row.path("name").asText());
    }

    private static String id(ObjectNode row) {
        return row.path("id").asText();
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var each : query.isEmpty() ? new String[0] : query.split("&")) {
            var parts = each.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
