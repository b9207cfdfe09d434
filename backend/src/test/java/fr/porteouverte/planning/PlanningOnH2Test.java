package fr.porteouverte.planning;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PlanningOnH2Test extends PlanningSuite {}
