package io.crossgov.hiring.request;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;

/** A case was opened. */
public record CaseOpened(CaseNumber caseNumber, String agency, AnnouncementNumber announcement) {}
