package fr.porteouverte.message;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DeliveryOnH2Test extends DeliverySuite {}
