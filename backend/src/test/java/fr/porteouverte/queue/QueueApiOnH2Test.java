package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QueueApiOnH2Test extends QueueApiSuite {}
