/** Open-door weeks and workshops: group sessions under one name, booked like everything else. */
package fr.porteouverte.event;
