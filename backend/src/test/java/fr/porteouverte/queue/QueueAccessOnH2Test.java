package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QueueAccessOnH2Test extends QueueAccessSuite {}
