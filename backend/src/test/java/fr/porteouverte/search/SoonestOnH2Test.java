package fr.porteouverte.search;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SoonestOnH2Test extends SoonestSuite {}
