package io.crossgov.hiring.demo;

import io.crossgov.hiring.common.BeforeOpening;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demonstration at the first start: after the roles' groups exist (order 0), before anything that needs people. */
@Component
@Profile("!production")
@Order(5)
class DemoRunner implements BeforeOpening {

    private final DemoData demo;

    DemoRunner(DemoData demo) {
        this.demo = demo;
    }

    @Override
    public void prepare() {
        demo.load();
    }
}
