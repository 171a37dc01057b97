/* When an interview is: the day, the time and the zone in which that time is meant. */

import { words } from "../forms/words.js";

const CLOCK = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone: "UTC" });

export function interviewText(candidate) {
  if (!candidate.interviewOn) {
    return "";
  }
  if (!candidate.interviewTime) {
    return words(candidate.interviewOn, "date");
  }
  const meant = [words(candidate.interviewOn, "date"), clockText(candidate.interviewTime), candidate.interviewZoneTitle];
  return meant.filter(Boolean).join(", ") + readersTime(candidate);
}

/** 14:05 as people here write it. */
function clockText(time) {
  return CLOCK.format(new Date("1970-01-01T" + time + ":00Z"));
}

/** The same moment where the reader is, when that is another time of day. */
function readersTime(candidate) {
  if (!candidate.interviewZone) {
    return "";
  }
  try {
    const moment = momentOf(candidate.interviewOn, candidate.interviewTime, candidate.interviewZone);
    const here = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" }).format(moment);
    const there = new Intl.DateTimeFormat("en-US", {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: candidate.interviewZone,
    }).format(moment);
    return here === there ? "" : " (" + here + " where you are)";
  } catch {
    // A zone this browser does not know is told by its name alone.
    return "";
  }
}

function momentOf(day, time, zone) {
  const asIfUtc = Date.parse(day + "T" + time + ":00Z");
  const first = asIfUtc - offset(asIfUtc, zone);
  // On the day the clocks change the offset at the first guess may be the other one.
  return new Date(asIfUtc - offset(first, zone));
}

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
function offset(moment, zone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(new Date(moment));
  const part = (type) => Number(parts.find((each) => each.type === type).value);
  return (
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - moment
  );
}
