package io.crossgov.hiring;

import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;

/**
 * PostgreSQL for the changelog: what a changeset changes and the note that it ran are one transaction. Liquibase commits them one after
 * the other; a start that is killed in between leaves tables that no note tells of, and no later start gets past them. Found by Liquibase as
 * a service, before its own because it goes first.
 */
public final class WholeChangeSets extends PostgresDatabase {

    private boolean notNotedYet;

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public void executeStatements(Change change, DatabaseChangeLog changelog, List<SqlVisitor> visitors)
            throws LiquibaseException {
        notNotedYet = true;
        super.executeStatements(change, changelog, visitors);
    }

    @Override
    public void markChangeSetExecStatus(ChangeSet ran, ChangeSet.ExecType how) throws DatabaseException {
        notNotedYet = false;
        // Notes it, and commits.
        super.markChangeSetExecStatus(ran, how);
    }

    @Override
    public void commit() throws DatabaseException {
        if (!notNotedYet) {
            super.commit();
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        notNotedYet = false;
        super.rollback();
    }
}
