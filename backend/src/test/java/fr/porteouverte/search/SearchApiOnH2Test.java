package fr.porteouverte.search;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SearchApiOnH2Test extends SearchApiSuite {}
