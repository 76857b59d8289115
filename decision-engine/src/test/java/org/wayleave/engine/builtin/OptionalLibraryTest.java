package org.wayleave.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wayleave.engine.PolicyException;

class OptionalLibraryTest {
    @Test
    void aMissingLibraryIsNamedWithTheFunctionThatNeedsIt() {
        ClassLoader withoutLibraries = ClassLoader.getPlatformClassLoader();
        PolicyException e = assertThrows(
                PolicyException.class, () -> OptionalLibrary.YAML.require("yaml.unmarshal", withoutLibraries));
        assertEquals(PolicyException.Code.MISSING_LIBRARY, e.code());
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("yaml.unmarshal"), message);
        assertTrue(message.contains("org.snakeyaml:snakeyaml-engine"), message);
    }

    @Test
    void whatIsThereIsFound() {
        assertDoesNotThrow(() -> new Builtins().find("yaml.is_valid"));
        assertDoesNotThrow(() -> new Builtins().find("yaml.marshal"));
    }
}
