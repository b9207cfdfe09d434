package fr.porteouverte.account;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AgentOnH2Test extends AgentTests {}
