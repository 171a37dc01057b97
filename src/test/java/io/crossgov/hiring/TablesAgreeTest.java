package io.crossgov.hiring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.notice.NoticeState;
import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables agree with each other, and with the enums of the records kept in them. */
@OnBothDatabases
class TablesAgreeTest {

    /** Of our own tables: those of the engine and of Liquibase are theirs. */
    private static final String OURS =
            "lower(c.table_schema) = 'public' and not lower(c.table_name) like 'act^_%' escape '^'"
                    + " and not lower(c.table_name) like 'databasechangelog%'";

    /** Keys of many kinds; and the version of a signed form, which people read and which is not that of its row. */
    private static final Set<String> OF_THEIR_OWN = Set.of("id", "signed_form.version");

    private static final Pattern WORD = Pattern.compile("'([A-Z0-9_-]+)'");

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void what_is_called_by_one_name_has_one_type() {
        var types = jdbc
                .query(
                        "select lower(c.table_name), lower(c.column_name), c.data_type, c.character_maximum_length,"
                                + " c.numeric_precision, c.numeric_scale from information_schema.columns c where "
                                + OURS,
                        (row, number) -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3) + " " + row.getString(4) + " " + row.getString(5) + " "
                                        + row.getString(6)))
                .stream()
                .filter(column -> !OF_THEIR_OWN.contains(column.get(1)))
                .filter(column -> !OF_THEIR_OWN.contains(column.get(0) + "." + column.get(1)))
                .collect(groupingBy(
                        column -> column.get(1),
                        TreeMap::new,
                        groupingBy(column -> column.get(2), TreeMap::new, mapping(column -> column.get(0), toSet()))));

        assertThat(types).containsKeys("agency", "case_number", "version");
        types.values().removeIf(tables -> tables.size() == 1);
        assertThat(types).as("columns of more than one type").isEmpty();
    }

    @Test
    void what_refers_to_a_row_has_the_type_of_its_key() {
        var pairs = jdbc.query(
                "select c.table_name, c.column_name, c.data_type, c.character_maximum_length, k.data_type,"
                        + " k.character_maximum_length from information_schema.referential_constraints r"
                        + " join information_schema.key_column_usage f on f.constraint_name = r.constraint_name"
                        + " join information_schema.key_column_usage u on u.constraint_name = r.unique_constraint_name"
                        + " and u.ordinal_position = f.position_in_unique_constraint"
                        + " join information_schema.columns c on c.table_schema = f.table_schema"
                        + " and c.table_name = f.table_name and c.column_name = f.column_name"
                        + " join information_schema.columns k on k.table_schema = u.table_schema"
                        + " and k.table_name = u.table_name and k.column_name = u.column_name where " + OURS,
                (row, number) -> List.of(
                        row.getString(1) + "." + row.getString(2),
                        row.getString(3) + " " + row.getString(4),
                        row.getString(5) + " " + row.getString(6)));

        assertThat(pairs)
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.get(1)).as(pair.get(0)).isEqualTo(pair.get(2)));
    }

    /** A constant that is new needs a changeset that makes its check anew. */
    @Test
    void a_column_of_an_enum_holds_its_constants_and_nothing_else() throws ClassNotFoundException {
        var enums = enumsOfEntities();
        // Written without an entity.
        enums.put("notice.state", NoticeState.class);
        enums.put("notice_attempt.state", NoticeState.class);
        enums.put("candidate_intake.state", Class.forName("io.crossgov.hiring.intake.IntakeState"));

        assertThat(checks())
                .containsAllEntriesOf(enums.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> constants(entry.getValue()))));
    }

    /** What the database lets into a column, by table and column. */
    private Map<String, Set<String>> checks() {
        return jdbc
                .query(
                        "select lower(c.table_name), lower(c.column_name), k.check_clause"
                                + " from information_schema.check_constraints k"
                                + " join information_schema.constraint_column_usage c"
                                + " on c.constraint_schema = k.constraint_schema and c.constraint_name = k.constraint_name"
                                + " where " + OURS,
                        (row, number) -> Map.entry(row.getString(1) + "." + row.getString(2), words(row.getString(3))))
                .stream()
                .filter(check -> !check.getValue().isEmpty())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> words(String check) {
        return WORD.matcher(check)
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(toSet());
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        constant instanceof DocumentPurpose purpose ? purpose.word() : ((Enum<?>) constant).name())
                .collect(toSet());
    }

    private Map<String, Class<?>> enumsOfEntities() {
        var found = new TreeMap<String, Class<?>>();
        SelectableConsumer noted = (index, column) -> {
            var type = column.getJdbcMapping().getMappedJavaType().getJavaTypeClass();
            if (type.isEnum()) {
                found.put(column.getContainingTableExpression() + "." + column.getSelectionExpression(), type);
            }
        };
        var mappings = entities.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
        mappings.forEachEntityDescriptor(entity -> entity.forEachSelectable(noted));
        mappings.forEachCollectionDescriptor(collection ->
                collection.getAttributeMapping().getElementDescriptor().forEachSelectable(noted));
        assertThat(found).containsKeys("hiring_case.pd_source", "person_role.role", "certificate_decision.outcome");
        return found;
    }
}
