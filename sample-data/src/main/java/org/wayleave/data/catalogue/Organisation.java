package org.wayleave.data.catalogue;

import java.util.List;

/**
 * Who answers for the processing, towards whom, and how data is protected; every text is empty and every list too where nothing is
 * declared.
 *
 * @param name of the controller
 * @param contact how it is reached
 * @param representative of a controller outside the Union (GDPR Article 27)
 * @param jointControllers those who decide together with it (Article 26)
 * @param dataProtectionOfficer how the officer is reached (Article 37)
 * @param supervisoryAuthority with which a person can complain (Article 77)
 * @param dataSubjects categories of people
 * @param securityMeasures technical and organisational measures (Article 32)
 */
public record Organisation(
        String name,
        String contact,
        String representative,
        List<String> jointControllers,
        String dataProtectionOfficer,
        String supervisoryAuthority,
        List<String> dataSubjects,
        List<String> securityMeasures) {
    /** Copies the lists. */
    public Organisation {
        jointControllers = List.copyOf(jointControllers);
        dataSubjects = List.copyOf(dataSubjects);
        securityMeasures = List.copyOf(securityMeasures);
    }
}
