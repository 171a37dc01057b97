package io.crossgov.hiring.casefile;

/** An answer on a form. */
public enum YesNo {
    YES,
    NO
}
