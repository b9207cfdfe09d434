/** The register of communes: their names as people write them, their postcodes, their points. */
package fr.porteouverte.commune;
