package fr.porteouverte.attendance;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FollowUpOnH2Test extends FollowUpSuite {}
