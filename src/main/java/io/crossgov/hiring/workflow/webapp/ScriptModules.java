package io.crossgov.hiring.workflow.webapp;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A bundle of script modules as webpack writes it: one object with a function for each, by number. Reads where each begins and ends and
 * which others it asks for; the modules' own text is not changed.
 */
final class ScriptModules {

    /** What stands before the modules; the object with them ends the script. */
    private static final Pattern HEAD = Pattern.compile("\\.push\\(\\[\\[\\d+],\\{");

    private static final Pattern MODULE = Pattern.compile("(\\d+):function\\(([^)]*)\\)\\{");

    /** A module asks for another by calling its third argument with a number. */
    private static final int ASKS = 2;

    private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+-*%~^<>";

    private static final Set<String> BEFORE_EXPRESSION_WORDS = Set.of(
            "return", "typeof", "case", "else", "do", "in", "of", "void", "delete", "new", "throw", "instanceof");

    private final String head;
    private final String tail;
    private final Map<Integer, String> modules = new LinkedHashMap<>();

    private ScriptModules(String head, String tail) {
        this.head = head;
        this.tail = tail;
    }

    /** @throws IllegalArgumentException if this is no such bundle */
    static ScriptModules read(String script) {
        var head = HEAD.matcher(script);
        if (!head.find()) {
            throw new IllegalArgumentException("This script holds no modules.");
        }
        var starts = new LinkedHashMap<Integer, Integer>();
        var module = MODULE.matcher(script);
        int at = head.end();
        var ends = new LinkedHashMap<Integer, Integer>();
        while (module.region(at, script.length()).lookingAt()) {
            var id = Integer.valueOf(module.group(1));
            starts.put(id, at);
            at = endOfBlock(script, module.end() - 1);
            ends.put(id, at);
            if (signAt(script, at) == ',') {
                at++;
            }
        }
        if (starts.isEmpty() || signAt(script, at) != '}') {
            throw new IllegalArgumentException("This script's modules end in the middle.");
        }
        var bundle = new ScriptModules(script.substring(0, head.end()), script.substring(at));
        starts.forEach((id, start) -> bundle.modules.put(id, script.substring(start, ends.get(id))));
        return bundle;
    }

    Set<Integer> ids() {
        return modules.keySet();
    }

    /**
     * The bundle with what a script that stands on it can reach, and nothing else.
     *
     * @param wanted what it asks for
     * @param leftOut modules that are asked for and never used; empty ones take their place, and what only they ask for goes
     */
    String reachable(Collection<Integer> wanted, Set<Integer> leftOut) {
        var reached = new TreeSet<Integer>();
        var open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            var id = open.pop();
            if (modules.containsKey(id) && reached.add(id) && !leftOut.contains(id)) {
                open.addAll(askedForBy(modules.get(id)));
            }
        }
        var script = new StringBuilder(head);
        reached.forEach(id -> script.append(script.length() == head.length() ? "" : ",")
                .append(leftOut.contains(id) ? id + ":function(){}" : modules.get(id)));
        return script.append(tail).toString();
    }

    /** The modules that some script asks for by any name: more than it does, if a function of its own takes such a number. */
    Set<Integer> askedForIn(String script) {
        return numbers(script, "[A-Za-z_$][\\w$]*");
    }

    private Set<Integer> askedForBy(String module) {
        var header = MODULE.matcher(module);
        var names = header.lookingAt() ? header.group(2).split(",") : new String[0];
        return names.length > ASKS ? numbers(module, Pattern.quote(names[ASKS])) : Set.of();
    }

    private Set<Integer> numbers(String script, String name) {
        var found = new TreeSet<Integer>();
        var call = Pattern.compile("(?<![\\w$.])" + name + "\\((\\d{1,6})\\)").matcher(script);
        while (call.find()) {
            var id = Integer.valueOf(call.group(1));
            if (modules.containsKey(id)) {
                found.add(id);
            }
        }
        return found;
    }

    // --- reading as far as it takes to find the end of a function

    /** Behind the brace that closes the one at this place. */
    private static int endOfBlock(String script, int brace) {
        int depth = 0;
        int at = brace;
        while (at < script.length()) {
            var sign = script.charAt(at);
            if (sign == '{') {
                depth++;
            } else if (sign == '}') {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            } else if (sign == '"' || sign == '\'') {
                at = endOfString(script, at, sign);
                continue;
            } else if (sign == '`') {
                at = endOfTemplate(script, at);
                continue;
            } else if (sign == '/' && script.charAt(at + 1) == '*') {
                at = script.indexOf("*/", at) + 2;
                continue;
            } else if (sign == '/' && beginsExpression(script, at)) {
                at = endOfPattern(script, at);
                continue;
            }
            at++;
        }
        throw new IllegalArgumentException("A function of this script does not end.");
    }

    private static char signAt(String script, int at) {
        if (at >= script.length()) {
            throw new IllegalArgumentException("This script ends in the middle.");
        }
        return script.charAt(at);
    }

    private static int endOfString(String script, int start, char quote) {
        int at = start + 1;
        while (signAt(script, at) != quote) {
            at += script.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int endOfTemplate(String script, int start) {
        int at = start + 1;
        while (signAt(script, at) != '`') {
            if (script.startsWith("${", at)) {
                at = endOfBlock(script, at + 1);
            } else {
                at += script.charAt(at) == '\\' ? 2 : 1;
            }
        }
        return at + 1;
    }

    private static int endOfPattern(String script, int start) {
        boolean inClass = false;
        int at = start + 1;
        while (inClass || signAt(script, at) != '/') {
            var sign = signAt(script, at);
            inClass = sign == '[' || inClass && sign != ']';
            at += sign == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    /** Whether a slash here begins a regular expression; behind a value it divides. */
    private static boolean beginsExpression(String script, int slash) {
        int before = slash - 1;
        while (Character.isWhitespace(script.charAt(before))) {
            before--;
        }
        if (BEFORE_EXPRESSION.indexOf(script.charAt(before)) >= 0) {
            return true;
        }
        int word = before;
        while (Character.isJavaIdentifierPart(script.charAt(word))) {
            word--;
        }
        return BEFORE_EXPRESSION_WORDS.contains(script.substring(word + 1, before + 1));
    }
}
