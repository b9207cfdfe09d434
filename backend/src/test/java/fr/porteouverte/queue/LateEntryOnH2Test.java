package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LateEntryOnH2Test extends LateEntrySuite {}
