package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.CandidateKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which person each row of a file is about, and which rows are likely about somebody who is there already. A person is known by the
 * e-mail address, in all pools; within a pool OPM's word counts before it. Pure: it looks at what it is given.
 */
final class WhoIsWho {

    /**
     * A record of somebody, in the file or in a pool.
     *
     * @param line line in the file; null for who is in a pool only
     * @param person key of the person; null for who is new
     */
    record Someone(
            String announcement, String applicantNumber, String name, CandidateKeys keys, Long line, String person) {

        Someone atLine(Long where) {
            return new Someone(announcement, applicantNumber, name, keys, where, person);
        }

        private Someone as(String key) {
            return new Someone(announcement, applicantNumber, name, keys, line, key);
        }
    }

    private final String announcement;
    private final DoubleRows.OfPool decided;
    private final Map<String, Someone> ofPool = new LinkedHashMap<>();
    private final Map<String, Set<String>> byNumber = new HashMap<>();
    private final Map<String, Set<String>> byEmail = new HashMap<>();
    private final Map<String, Set<String>> byPhone = new HashMap<>();

    /** Of all pools. */
    private final Map<String, List<Someone>> withAddress = new HashMap<>();

    private final Set<String> persons = new HashSet<>();
    private final Set<Set<String>> asked = new HashSet<>();
    private final Map<String, String> merged = new LinkedHashMap<>();
    private final List<LikelyDouble> undecided = new ArrayList<>();

    /** @param others everybody with whom the rows are to be compared: the rows themselves, their pool's records, and those of other pools */
    WhoIsWho(AnnouncementNumber announcement, DoubleRows.OfPool decided, Collection<Someone> others) {
        this.announcement = announcement.value();
        this.decided = decided;
        others.forEach(this::add);
    }

    private void add(Someone someone) {
        if (someone.announcement().equals(announcement)) {
            ofPool.put(someone.applicantNumber(), someone);
            index(byNumber, someone.keys().number(), someone);
            index(byEmail, someone.keys().email(), someone);
            if (someone.keys().phone() != null) {
                index(byPhone, someone.keys().phone(), someone);
            }
        }
        if (someone.person() != null) {
            known(someone);
        }
    }

    private void known(Someone someone) {
        persons.add(someone.person());
        withAddress
                .computeIfAbsent(someone.keys().email(), any -> new ArrayList<>())
                .add(someone);
    }

    private static void index(Map<String, Set<String>> by, String key, Someone someone) {
        by.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(someone.applicantNumber());
    }

    /**
     * The person a row is about, and what has to be asked about it.
     *
     * @param emailBefore key of the address that the record had until now; null for a new one
     * @return key of the person
     */
    String identify(String applicantNumber, String emailBefore) {
        var one = ofPool.get(applicantNumber);
        for (var other : likely(one)) {
            if (decided.same(applicantNumber, other.applicantNumber()).isEmpty()
                    && asked.add(Set.of(applicantNumber, other.applicantNumber()))) {
                undecided.add(isLater(other, one) ? toAsk(other, one) : toAsk(one, other));
            }
        }
        var person = person(one, emailBefore);
        var identified = one.as(person);
        ofPool.put(applicantNumber, identified);
        if (!person.equals(one.person())) {
            known(identified);
        }
        return person;
    }

    /** In the order of the file. */
    List<LikelyDouble> undecided() {
        return undecided.stream()
                .sorted(Comparator.comparing(LikelyDouble::line))
                .toList();
    }

    /** Persons that turned out to be one: the key that falls away, and the one in its place. */
    Map<String, String> merged() {
        return merged;
    }

    /** A pair is asked about on the row that comes later. */
    private static boolean isLater(Someone one, Someone other) {
        return one.line() != null && one.line() > other.line();
    }

    private List<Someone> likely(Someone one) {
        var numbers = new LinkedHashSet<>(byNumber.getOrDefault(one.keys().number(), Set.of()));
        numbers.addAll(byEmail.getOrDefault(one.keys().email(), Set.of()));
        if (one.keys().phone() != null) {
            byPhone.getOrDefault(one.keys().phone(), Set.of()).stream()
                    .filter(number ->
                            ofPool.get(number).keys().name().equals(one.keys().name()))
                    .forEach(numbers::add);
        }
        numbers.remove(one.applicantNumber());
        return numbers.stream().map(ofPool::get).toList();
    }

    private static Set<LikelyDouble.Sign> signs(Someone one, Someone other) {
        var signs = EnumSet.noneOf(LikelyDouble.Sign.class);
        if (one.keys().number().equals(other.keys().number())) {
            signs.add(LikelyDouble.Sign.NUMBER);
        }
        if (one.keys().email().equals(other.keys().email())) {
            signs.add(LikelyDouble.Sign.EMAIL);
        }
        if (one.keys().phone() != null
                && one.keys().phone().equals(other.keys().phone())
                && one.keys().name().equals(other.keys().name())) {
            signs.add(LikelyDouble.Sign.NAME_AND_PHONE);
        }
        return signs;
    }

    private static LikelyDouble toAsk(Someone one, Someone other) {
        var signs = signs(one, other);
        return new LikelyDouble(
                one.line(),
                one.applicantNumber(),
                one.name(),
                other.line(),
                other.applicantNumber(),
                other.name(),
                List.copyOf(signs),
                "Line " + one.line() + ", " + one.applicantNumber() + ", looks like " + other.applicantNumber()
                        + (other.line() == null ? " of this pool" : " on line " + other.line()) + ": "
                        + signs.stream().map(LikelyDouble.Sign::words).collect(Collectors.joining(", ")) + ".");
    }

    private String person(Someone one, String emailBefore) {
        var others = decidedWith(one, false).map(Someone::person).collect(Collectors.toSet());
        var same = decidedWith(one, true).map(Someone::person).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!same.isEmpty()) {
            // The record may have been a person of its own until now, or its address may be known elsewhere.
            Stream.ofNullable(one.person()).forEach(same::add);
            withAddressOf(one, others).ifPresent(same::add);
            var person = same.iterator().next();
            same.stream().filter(other -> !other.equals(person)).forEach(other -> merged.put(other, person));
            return person;
        }
        if (one.person() != null && one.keys().email().equals(emailBefore) && !others.contains(one.person())) {
            return one.person();
        }
        return withAddressOf(one, others).orElseGet(() -> newPerson(one));
    }

    /** Whoever has the address, in this pool or another, is the same person, unless OPM said otherwise. */
    private Optional<String> withAddressOf(Someone one, Set<String> others) {
        var known = withAddress.getOrDefault(one.keys().email(), List.of()).stream()
                .filter(other -> !isSelf(one, other))
                .filter(other -> !others.contains(other.person()))
                .toList();
        return known.stream()
                .filter(other -> other.keys().name().equals(one.keys().name()))
                .map(Someone::person)
                .findFirst()
                .or(() -> known.stream().map(Someone::person).sorted().findFirst());
    }

    private String newPerson(Someone one) {
        var own = ownKey(one.keys().email(), announcement, one.applicantNumber());
        return Stream.of(
                        one.keys().email(),
                        one.keys().email() + "|" + one.keys().name())
                .filter(key -> !persons.contains(key))
                .findFirst()
                .orElse(own);
    }

    /** Key of a person of whom only this record is known. */
    static String ownKey(Candidate candidate) {
        return ownKey(
                EmailAddress.key(candidate.email()), candidate.announcement().value(), candidate.applicantNumber());
    }

    private static String ownKey(String emailKey, String announcement, String applicantNumber) {
        return emailKey + "|" + announcement + "|" + applicantNumber;
    }

    private static boolean isSelf(Someone one, Someone other) {
        return other.announcement().equals(one.announcement())
                && other.applicantNumber().equals(one.applicantNumber());
    }

    private Stream<Someone> decidedWith(Someone one, boolean same) {
        return decided.withDecision(one.applicantNumber()).stream()
                .filter(number -> decided.same(one.applicantNumber(), number).orElseThrow() == same)
                .sorted()
                .map(ofPool::get)
                .filter(other -> other != null && other.person() != null);
    }
}
