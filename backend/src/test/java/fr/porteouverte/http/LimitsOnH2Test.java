package fr.porteouverte.http;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LimitsOnH2Test extends LimitsSuite {}
