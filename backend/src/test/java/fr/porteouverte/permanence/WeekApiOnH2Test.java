package fr.porteouverte.permanence;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WeekApiOnH2Test extends WeekApiSuite {}
