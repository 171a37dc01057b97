/** What the product can be tried with: fictional people, pools, candidates and cases that ended; never in production. */
package io.crossgov.hiring.demo;
