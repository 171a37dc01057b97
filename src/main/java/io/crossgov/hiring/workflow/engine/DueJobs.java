package io.crossgov.hiring.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * Of several nodes that look for due jobs at once, each finds others. The engine would have all of them find the same ones, and all but one
 * learn when they lock them that they came too late.
 */
public final class DueJobs {

    private static final String THE_ENGINES = "selectNextJobsToExecute";
    private static final String OURS = "selectNextJobsToExecuteOfNoOtherNode";
    private static final String AND_TAKE_THEM = " for update of RES skip locked";

    private DueJobs() {}

    /** For an engine that has read its statements. Of H2 there is one node only. */
    public static void areFoundOnce(ProcessEngineConfigurationImpl engine) {
        if (!DbSqlSessionFactory.POSTGRES.equals(engine.getDatabaseType())) {
            return;
        }
        var statements = engine.getSqlSessionFactory().getConfiguration();
        var stock = statements.getMappedStatement(THE_ENGINES);
        statements.addMappedStatement(new MappedStatement.Builder(
                        statements,
                        OURS,
                        asked -> taking(stock.getBoundSql(asked), statements),
                        stock.getSqlCommandType())
                .resultMaps(stock.getResultMaps())
                .build());
        var sessions = engine.getDbSqlSessionFactory();
        var ofThisDatabase =
                new HashMap<>(Objects.requireNonNullElse(sessions.getStatementMappings(), Map.<String, String>of()));
        ofThisDatabase.put(THE_ENGINES, OURS);
        sessions.setStatementMappings(ofThisDatabase);
    }

    private static BoundSql taking(BoundSql question, Configuration statements) {
        var taking = new BoundSql(
                statements,
                question.getSql() + AND_TAKE_THEM,
                question.getParameterMappings(),
                question.getParameterObject());
        question.getAdditionalParameters().forEach(taking::setAdditionalParameter);
        return taking;
    }
}
