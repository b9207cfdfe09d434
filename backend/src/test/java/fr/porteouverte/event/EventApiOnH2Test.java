package fr.porteouverte.event;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EventApiOnH2Test extends EventApiSuite {}
