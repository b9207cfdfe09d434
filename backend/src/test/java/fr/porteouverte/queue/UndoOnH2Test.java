package fr.porteouverte.queue;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UndoOnH2Test extends UndoSuite {}
