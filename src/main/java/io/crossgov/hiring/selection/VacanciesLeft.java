package io.crossgov.hiring.selection;

/** Whether a case goes on selecting after one of its selections ended. */
public enum VacanciesLeft {
    /** Vacancies are open and may be filled, or another selection of the case still runs. */
    YES,
    /** Somebody entered on duty in every vacancy. */
    FILLED,
    /** The pool is closed for electing (L18) and no selection made in time still runs. */
    WINDOW_CLOSED
}
