package io.crossgov.hiring.document;

import java.nio.charset.StandardCharsets;

/** Bytes read as text, a letter a byte, without a copy of them: for looking things up in binary files. */
record Latin1(byte[] bytes) implements CharSequence {

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[index] & 0xff);
    }

    @Override
    public String subSequence(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** From {@code start} on, at most {@code longest} letters. */
    String from(int start, int longest) {
        return subSequence(start, Math.min(bytes.length, start + longest));
    }

    /** Where the first {@code text} begins, or -1. */
    int indexOf(String text) {
        for (int at = 0; at <= bytes.length - text.length(); at++) {
            if (isAt(at, text)) {
                return at;
            }
        }
        return -1;
    }

    /** Where the last {@code text} begins, or -1. */
    int lastIndexOf(String text) {
        for (int at = bytes.length - text.length(); at >= 0; at--) {
            if (isAt(at, text)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (charAt(start + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latin1 that && java.util.Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return subSequence(0, bytes.length);
    }
}
