package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TicketMatrixOnH2Test extends TicketMatrixSuite {}
