package io.crossgov.hiring.scale;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that hold what a case is made of, and those that hold what its pool is made of, with the rows of each. Tables and columns are read
 * from the catalog: a new column is among them by itself, and a new table whose rows nobody can tell the case of is an error with its name.
 */
final class CaseTables {

    /** Told apart by the number of the case, in {@code o.case_number}; processes of a case bear it as business key. */
    private static final String INSTANCES =
            "select i.proc_inst_id_ from act_hi_procinst i where i.business_key_ = o.case_number";

    private static final String SELECTIONS = "select s.id from selection s where s.case_number = o.case_number";

    private static final String DOCUMENTS = "select d.id from document d where d.case_number = o.case_number";

    /** Where no column tells the case, or another one than usual. */
    private static final Map<String, String> OF_A_CASE = Map.ofEntries(
            Map.entry("hiring_case", "t.number = o.case_number"),
            Map.entry("decision", "t.stream = o.case_number"),
            Map.entry("decision_stream", "t.stream = o.case_number"),
            Map.entry("selection_alternate", "t.selection_id in (" + SELECTIONS + ")"),
            Map.entry("selection_recipient", "t.selection_id in (" + SELECTIONS + ")"),
            Map.entry("certificate_decision", "t.selection_id in (" + SELECTIONS + ")"),
            Map.entry("withdrawal_document", "t.selection_id in (" + SELECTIONS + ")"),
            Map.entry("candidate_commitment", "t.selection_id in (" + SELECTIONS + ")"),
            // Whoever told OPM alone goes with nothing.
            Map.entry(
                    "leaving_request",
                    "t.id in (select a.request_id from leaving_ask a where a.case_number = o.case_number)"),
            Map.entry(
                    "leaving_paper",
                    "t.ask_id in (select a.id from leaving_ask a where a.case_number = o.case_number)"),
            Map.entry(
                    "taken_back_paper",
                    "t.sha256 in (select d.sha256 from document d where d.case_number = o.case_number)"),
            Map.entry("document_content", "t.document_id in (" + DOCUMENTS + ")"),
            Map.entry("document_read", "t.document_id in (" + DOCUMENTS + ")"),
            Map.entry(
                    "notice_attempt", "t.notice_id in (select n.id from notice n where n.case_number = o.case_number)"),
            Map.entry(
                    "draft",
                    "t.work in (select k.id_ from act_ru_task k where k.proc_inst_id_ in (" + INSTANCES + "))"),
            Map.entry("act_ru_job", "t.process_instance_id_ in (" + INSTANCES + ")"),
            Map.entry("act_hi_job_log", "t.process_instance_id_ in (" + INSTANCES + ")"),
            Map.entry("act_ge_bytearray", "t.root_proc_inst_id_ in (" + INSTANCES + ")"),
            Map.entry("act_hi_identitylink", "t.root_proc_inst_id_ in (" + INSTANCES + ")"),
            Map.entry(
                    "act_ru_identitylink",
                    "t.task_id_ in (select k.id_ from act_ru_task k where k.proc_inst_id_ in (" + INSTANCES + "))"),
            // Rights to a single task, where there are any.
            Map.entry(
                    "act_ru_authorization",
                    "t.resource_type_ = 7 and t.resource_id_ in (select k.id_ from act_ru_task k where k.proc_inst_id_ in ("
                            + INSTANCES + "))"));

    /** By the number of the pool, in {@code o.announcement}. Candidates that a case refers to go with the case. */
    private static final Map<String, String> OF_A_POOL = Map.of(
            "talent_pool", "t.announcement = o.announcement",
            "qualification_statement", "t.announcement = o.announcement",
            "candidate_double", "t.announcement = o.announcement",
            "candidate", "t.announcement = o.announcement",
            "candidate_location",
                    "t.candidate_id in (select c.id from candidate c where c.announcement = o.announcement)",
            "decision", "t.stream = o.announcement",
            "decision_stream", "t.stream = o.announcement");

    /** The candidate whose row it is, where that says whether it goes with the case or with the pool. */
    static final Map<String, String> CANDIDATE = Map.of("candidate", "id", "candidate_location", "candidate_id");

    /** Set-up, models, and what this application has no use for. */
    private static final Set<String> OF_NO_CASE = Set.of(
            "agency",
            "person",
            "person_role",
            "sign_in_try",
            "mail_watch",
            "mail_outage",
            "candidate_intake",
            "candidate_intake_file",
            "databasechangelog",
            "databasechangeloglock");

    private static final String ENGINE_WIDE =
            "act_(id|re)_.*|act_ge_(property|schema_log)|act_ru_(filter|jobdef|batch|meter_log|task_meter_log|case_.*)"
                    + "|act_hi_(batch|dec.*|case.*)";

    /** A column. @param type as the catalog calls it */
    record Column(String name, String type) {

        boolean isText() {
            return type.equals("uuid") || type.equals("text") || type.startsWith("character");
        }

        /** Text of any length. */
        boolean isProse() {
            return type.equals("text");
        }

        boolean isInstant() {
            return type.startsWith("timestamp");
        }
    }

    /** A table with the condition for a row {@code t} of it to belong to an original {@code o}. */
    record Table(String name, String whose, List<Column> columns) {}

    private final Map<String, List<Column>> columns;
    private final Set<String> candidatesOfCases;

    private CaseTables(Map<String, List<Column>> columns, Set<String> candidatesOfCases) {
        this.columns = columns;
        this.candidatesOfCases = candidatesOfCases;
    }

    static CaseTables in(JdbcTemplate jdbc) {
        var columns = jdbc
                .query(
                        "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a"
                                + " join pg_class c on c.oid = a.attrelid"
                                + " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
                                + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by c.relname, a.attnum",
                        (row, number) -> Map.entry(row.getString(1), new Column(row.getString(2), row.getString(3))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toList())));
        var candidates = jdbc.queryForList(
                "select f.conrelid::regclass::text || '.' || a.attname from pg_constraint f"
                        + " join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]"
                        + " where f.contype = 'f' and f.confrelid = 'candidate'::regclass",
                String.class);
        return new CaseTables(columns, Set.copyOf(candidates)).nothingIsUnknown();
    }

    private CaseTables nothingIsUnknown() {
        var unknown = new TreeSet<String>();
        columns.keySet().stream()
                .filter(table -> whoseCase(table).isEmpty())
                .filter(table -> !OF_A_POOL.containsKey(table) && !OF_NO_CASE.contains(table))
                .filter(table -> !table.matches(ENGINE_WIDE))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new AssertionError("CaseTables does not know whether these hold rows of a case: " + unknown);
        }
        return this;
    }

    private Optional<String> whoseCase(String table) {
        if (OF_A_CASE.containsKey(table)) {
            return Optional.of(OF_A_CASE.get(table));
        }
        if (has(table, "case_number")) {
            return Optional.of("t.case_number = o.case_number");
        }
        return has(table, "proc_inst_id_") && !table.matches(ENGINE_WIDE)
                ? Optional.of("t.proc_inst_id_ in (" + INSTANCES + ")")
                : Optional.empty();
    }

    private boolean has(String table, String column) {
        return columns.get(table).stream().anyMatch(each -> each.name().equals(column));
    }

    /** With the candidates that a case refers to. @param running whether what the engine has is among them */
    List<Table> ofACase(boolean running) {
        var tables = new ArrayList<Table>();
        columns.forEach((name, each) -> whoseCase(name)
                .filter(whose -> running || !name.startsWith("act_"))
                .ifPresent(whose -> tables.add(new Table(name, whose, each))));
        CANDIDATE.forEach((name, candidate) -> tables.add(new Table(
                name,
                "t." + candidate + " in (select k.id from crowd.candidate_of_case k where k.original = o.original)",
                columns.get(name))));
        return tables;
    }

    /** Without the candidates that cases refer to. */
    List<Table> ofAPool() {
        var tables = new LinkedHashMap<String, Table>();
        OF_A_POOL.forEach((name, whose) -> {
            var candidate = CANDIDATE.get(name);
            tables.put(
                    name,
                    new Table(
                            name,
                            candidate == null
                                    ? whose
                                    : whose + " and t." + candidate
                                            + " not in (select k.id from crowd.candidate_of_case k)",
                            columns.get(name)));
        });
        return List.copyOf(tables.values());
    }

    /** A query for the candidates that a case refers to by a key: {@code original} and {@code id}. */
    String candidatesOfCases() {
        var queries = new ArrayList<String>();
        for (var reference : new TreeSet<>(candidatesOfCases)) {
            var table = reference.substring(0, reference.indexOf('.'));
            var column = reference.substring(reference.indexOf('.') + 1);
            if (!CANDIDATE.containsKey(table)) {
                queries.add("select o.original, t." + column + " as id from crowd.original o join " + table + " t on "
                        + whoseCase(table).orElseThrow() + " where t." + column + " is not null");
            }
        }
        return String.join(" union ", queries);
    }
}
