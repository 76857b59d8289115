package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A named change of an event's contract in a catalogue document. */
public sealed interface ContractEdit extends CatalogueEdit {
    /** Returns the event it is about. */
    String event();

    /** Changes the contract's object. */
    void amend(ObjectNode contract);

    @Override
    default void change(ObjectNode catalogue) {
        if (!(catalogue.path("events").get(event()) instanceof ObjectNode contract)) {
            throw new CatalogueException("the catalogue has no event " + event());
        }
        amend(contract);
    }

    /** Names the team that answers for an event; an empty name takes the owner away. */
    record SetOwner(String event, String owner) implements ContractEdit {
        @Override
        public String label() {
            return "Change the owner of " + event;
        }

        @Override
        public void amend(ObjectNode contract) {
            if (owner.isBlank()) {
                contract.remove("owner");
            } else {
                contract.put("owner", owner.strip());
            }
        }
    }

    /** Sets how long an event may be kept. */
    record SetRetention(String event, int days) implements ContractEdit {
        @Override
        public String label() {
            return "Change how long " + event + " is kept";
        }

        @Override
        public void amend(ObjectNode contract) {
            contract.put("retentionDays", days);
        }
    }

    /** Sets how late an event may arrive. */
    record SetLateness(String event, int hours) implements ContractEdit {
        @Override
        public String label() {
            return "Change how late " + event + " may arrive";
        }

        @Override
        public void amend(ObjectNode contract) {
            contract.put("latenessHours", hours);
        }
    }

    /** Adds a field at the end. */
    record AddField(String event, EventField field) implements ContractEdit {
        @Override
        public String label() {
            return "Add the field " + field.name() + " to " + event;
        }

        @Override
        public void amend(ObjectNode contract) {
            fields(contract).add(node(field));
        }
    }

    /** Puts a field in the place of one; the name may change. */
    record ChangeField(String event, String name, EventField field) implements ContractEdit {
        @Override
        public String label() {
            return "Change the field " + name + " of " + event;
        }

        @Override
        public void amend(ObjectNode contract) {
            fields(contract).set(position(contract, name), node(field));
        }
    }

    /** Takes a field away. */
    record RemoveField(String event, String name) implements ContractEdit {
        @Override
        public String label() {
            return "Remove the field " + name + " from " + event;
        }

        @Override
        public void amend(ObjectNode contract) {
            fields(contract).remove(position(contract, name));
        }
    }

    private static ArrayNode fields(ObjectNode contract) {
        if (contract.get("fields") instanceof ArrayNode fields) {
            return fields;
        }
        throw new CatalogueException("the contract has no list of fields");
    }

    private static int position(ObjectNode contract, String name) {
        ArrayNode fields = fields(contract);
        for (int i = 0; i < fields.size(); i++) {
            JsonNode field = fields.get(i).get("name");
            if (field != null && field.asText().equals(name)) {
                return i;
            }
        }
        throw new CatalogueException("the contract has no field " + name);
    }

    private static ObjectNode node(EventField field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", field.name())
                .put("type", field.type().wire())
                .put("required", field.required())
                .put("pii", field.pii().wire());
    }
}
