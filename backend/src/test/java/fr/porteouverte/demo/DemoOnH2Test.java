package fr.porteouverte.demo;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DemoOnH2Test extends DemoSuite {}
