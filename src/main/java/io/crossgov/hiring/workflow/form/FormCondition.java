package io.crossgov.hiring.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a component of a form is hidden, as the form editor writes it in FEEL, turned into when it is shown, as the form's HTML says it
 * ({@code data-show}). Read are comparisons of one answer or fact with a text, a number, {@code true}, {@code false}, {@code null} or
 * nothing, and whether one day is before another ({@code <}), joined by {@code and}, {@code or} and parentheses, and {@code if … then true
 * else false}. Everything else is refused.
 */
final class FormCondition {

    /** Alternatives, each of what must all hold; none of them says no more than another. */
    private record Either(List<Set<Comparison>> alternatives) {

        Either {
            var distinct = new LinkedHashSet<>(alternatives);
            alternatives = distinct.stream()
                    .filter(each ->
                            distinct.stream().noneMatch(other -> !other.equals(each) && each.containsAll(other)))
                    .toList();
        }

        static Either of(Comparison comparison) {
            return new Either(List.of(Set.of(comparison)));
        }

        Either or(Either other) {
            return new Either(Stream.concat(alternatives.stream(), other.alternatives.stream())
                    .toList());
        }

        Either and(Either other) {
            return new Either(alternatives.stream()
                    .flatMap(mine -> other.alternatives.stream().map(theirs -> {
                        Set<Comparison> joined = new LinkedHashSet<>(mine);
                        joined.addAll(theirs);
                        return joined;
                    }))
                    .toList());
        }

        /** By De Morgan: one of each alternative's comparisons does not hold. */
        Either not() {
            return alternatives.stream()
                    .map(all -> all.stream()
                            .map(each -> of(each.not()))
                            .reduce(Either::or)
                            .orElseThrow())
                    .reduce(Either::and)
                    .orElseThrow();
        }

        String attribute() {
            return alternatives.stream()
                    .map(all -> all.stream().map(Comparison::attribute).collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining(" or "));
        }
    }

    /** What one answer or fact is asked for. */
    private sealed interface Comparison {

        Comparison not();

        String attribute();
    }

    private record Answered(String path, boolean holds) implements Comparison {

        @Override
        public Answered not() {
            return new Answered(path, !holds);
        }

        @Override
        public String attribute() {
            return (holds ? "" : "!") + path;
        }
    }

    private record Equal(String path, String value, boolean holds) implements Comparison {

        @Override
        public Equal not() {
            return new Equal(path, value, !holds);
        }

        @Override
        public String attribute() {
            return path + (holds ? "=" : "!=") + value;
        }
    }

    /** One day before another; as in FEEL it does not hold while one of them is missing. */
    private record Before(String path, String other, boolean holds) implements Comparison {

        @Override
        public Before not() {
            return new Before(path, other, !holds);
        }

        @Override
        public String attribute() {
            return (holds ? "" : "!") + path + "<" + other;
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<word>[A-Za-z_][\\w.]*)|(?<text>\"[^\"]*\")|(?<number>-?\\d+(?:\\.\\d+)?)|(?<sign>!=|=|<|\\(|\\)|\\[\\s*]))");
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]+(?: (?!and |or )[\\w.-]+)*");

    private final List<String> tokens;
    private int at;

    private FormCondition(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param hide a FEEL expression with its equals sign, such as {@code =form.answer != "DECLINED"}
     * @return the value of {@code data-show}; empty when the expression is none that can be read
     */
    static Optional<String> shownUnless(String hide) {
        return Optional.of(hide)
                .filter(text -> text.startsWith("="))
                .flatMap(text -> tokens(text.substring(1)))
                .flatMap(tokens -> {
                    try {
                        var condition = new FormCondition(tokens);
                        var hidden = condition.whole();
                        return condition.at == tokens.size()
                                ? Optional.of(hidden.not().attribute())
                                : Optional.empty();
                    } catch (NotRead unread) {
                        return Optional.empty();
                    }
                });
    }

    private static final class NotRead extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotRead() {
            super(null, null, false, false);
        }
    }

    private static Optional<List<String>> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens);
    }

    private static String token(Matcher matcher) {
        return matcher.group().strip().replaceAll("\\[\\s*]", "[]");
    }

    private Either whole() {
        if (!take("if")) {
            return either();
        }
        var condition = either();
        must("then");
        var then = truth();
        must("else");
        if (truth() == then) {
            throw new NotRead();
        }
        return then ? condition : condition.not();
    }

    private boolean truth() {
        var word = next();
        if (!word.equals("true") && !word.equals("false")) {
            throw new NotRead();
        }
        return word.equals("true");
    }

    private Either either() {
        var read = all();
        while (take("or")) {
            read = read.or(all());
        }
        return read;
    }

    private Either all() {
        var read = one();
        while (take("and")) {
            read = read.and(one());
        }
        return read;
    }

    private Either one() {
        if (take("(")) {
            var inner = either();
            must(")");
            return inner;
        }
        var path = path();
        return Either.of(
                switch (next()) {
                    case "=" -> equal(path, next());
                    case "!=" -> equal(path, next()).not();
                    case "<" -> new Before(path, path(), true);
                    default -> throw new NotRead();
                });
    }

    private String path() {
        var path = next();
        if (!path.matches("form\\.[A-Za-z][\\w.]*")) {
            throw new NotRead();
        }
        return path.substring(FormText.PREFIX.length());
    }

    /** What is compared with nothing, or with yes or no, is asked for as a whole. */
    private static Comparison equal(String path, String literal) {
        return switch (literal) {
            case "true" -> new Answered(path, true);
            case "false", "null", "\"\"", "[]" -> new Answered(path, false);
            default -> {
                var value = literal.startsWith("\"") ? literal.substring(1, literal.length() - 1) : literal;
                if (!PLAIN.matcher(value).matches() || !literal.startsWith("\"") && !literal.matches("[-\\d.]+")) {
                    throw new NotRead();
                }
                yield new Equal(path, value, true);
            }
        };
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void must(String token) {
        if (!take(token)) {
            throw new NotRead();
        }
    }

    private String next() {
        if (at == tokens.size()) {
            throw new NotRead();
        }
        return tokens.get(at++);
    }
}
