package fr.porteouverte.event;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WorkshopBookingOnH2Test extends WorkshopBookingSuite {}
