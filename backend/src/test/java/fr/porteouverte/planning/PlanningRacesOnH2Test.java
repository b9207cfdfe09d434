package fr.porteouverte.planning;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PlanningRacesOnH2Test extends PlanningRacesSuite {}
