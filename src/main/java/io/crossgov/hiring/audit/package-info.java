/** Who decided what, when: append-only, on chains that show tampering (L20). */
package io.crossgov.hiring.audit;
