/** What the product can be tried with: fictional people, pools and candidates; never in production. */
package io.crossgov.hiring.demo;
