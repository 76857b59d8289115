# METADATA
# title: Complete set-up
# description: Nothing is sent while something that the other rules need is missing.
package wayleave.rules.setup

import data.wayleave.catalogue
import data.wayleave.settings

# METADATA
# title: Complete set-up
# description: >-
#   The catalogue, every section of the settings, and the facts about person, action and moment are there. Without them
#   the other rules could not object, so nothing is sent.
# custom:
#   rule: complete-setup
deny contains {"rule": "complete-setup", "reason": reason} if some reason in reasons

reasons contains "The catalogue has no channels" if not catalogue.channels

reasons contains "The catalogue has no purposes" if not catalogue.purposes

reasons contains "The catalogue has no topics" if not catalogue.topics

reasons contains "The catalogue has no data elements" if not catalogue.dataElements

reasons contains "The catalogue has no lawful bases" if not catalogue.lawfulBases

reasons contains lacking("lawfulBasis.needConsent") if not settings.lawfulBasis.needConsent

reasons contains lacking("rungPurposes") if not settings.rungPurposes

reasons contains lacking("dataUse") if not settings.dataUse

reasons contains lacking("caps") if not settings.caps

reasons contains lacking("quietHours.channels") if not settings.quietHours.channels

reasons contains lacking("topicDiversity.afterContacts") if not has_after_contacts

reasons contains lacking("topicDiversity.maxSharePercent") if not has_max_share

reasons contains lacking("minors.blockedPurposes") if not settings.minors.blockedPurposes

reasons contains lacking("minors.blockedRungs") if not settings.minors.blockedRungs

reasons contains lacking("minors.blockedTopics") if not settings.minors.blockedTopics

reasons contains lacking("sensitiveInference.sensitivities") if not settings.sensitiveInference.sensitivities

reasons contains lacking("sensitiveInference.sources") if not settings.sensitiveInference.sources

reasons contains lacking("sensitiveInference.sensitiveTopicRungs") if {
	not settings.sensitiveInference.sensitiveTopicRungs
}

reasons contains lacking("sensitiveInference.sensitiveTopicSources") if {
	not settings.sensitiveInference.sensitiveTopicSources
}

reasons contains lacking("creativeApproval.flags") if not settings.creativeApproval.flags

reasons contains lacking("suppression.flags") if not settings.suppression.flags

reasons contains "The person's flags are not known" if not input.person.flags

reasons contains "The person's contacts of the week are not known" if not has_contacts_of_week

reasons contains "The age of the person's data is not known" if not input.person.dataAge

reasons contains "The action names no topic" if not input.action.topic

reasons contains "The action names no rung of the ladder" if not input.action.rung

# Positive forms: a negated call with a missing value inside it would not object.
has_after_contacts if is_number(settings.topicDiversity.afterContacts)

has_max_share if is_number(settings.topicDiversity.maxSharePercent)

has_contacts_of_week if is_number(input.person.contacts.week)

lacking(section) := sprintf("The settings have nothing under %s", [section])
