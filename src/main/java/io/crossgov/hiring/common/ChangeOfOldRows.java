package io.crossgov.hiring.common;

import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A change to rows of earlier versions that no SQL alone can make: it goes by the product's own rules. It takes nothing but the database. */
public abstract class ChangeOfOldRows implements CustomTaskChange {

    @Override
    public final void setUp() {
        // Nothing to set up.
    }

    @Override
    public final void setFileOpener(ResourceAccessor resources) {
        // Reads no files.
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
