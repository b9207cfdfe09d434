package fr.porteouverte.attendance;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MarksOnH2Test extends MarksSuite {}
