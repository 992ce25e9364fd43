@service:resources
Feature: Campaigns
  A campaign says what is offered, to whom, from when to when, and how often.

  @severity:critical
  @smoke
  Scenario: A new campaign runs at once and for as long as nobody ends it
    When a campaign "Always" is made
    Then the campaign "Always" is active
    And the campaign "Always" ends in the year 9999

  Scenario: A campaign whose start is still to come is ready
    When a campaign "Later" is made that starts in 3 days
    Then the campaign "Later" is ready

  Scenario: A campaign whose end has passed has expired
    When a campaign "Over" is made that ended 3 days ago
    Then the campaign "Over" is expired

  Scenario: A campaign cannot end before it starts
    When a campaign "Backwards" is made that ends before it starts
    Then it is refused because the request is malformed

  Scenario: A campaign is found by its reference
    Given a campaign "Known" with a reference
    When the campaign is looked up by that reference
    Then "Known" is found

  Scenario: Two campaigns cannot have one reference
    Given a campaign "Known" with a reference
    When a campaign "Second" is made with the same reference
    Then it is refused because the reference is taken

  Scenario: Changing one thing leaves the others
    Given a campaign "Known" with a reference
    When the campaign "Known" is renamed to "Better known"
    Then the campaign "Known" is called "Better known"
    And the campaign "Known" still has its reference

  Scenario: A campaign that is deleted is gone
    Given a campaign "Short"
    When the campaign "Short" is taken away
    Then the campaign "Short" cannot be found any more

  Scenario: A percentage above a hundred is refused
    When a campaign "Too much" is made that takes 101 % off
    Then it is refused because the request is malformed

  Scenario: An offer cannot name an outlet the tenant does not have
    When a campaign "Elsewhere" is made for a unit the tenant does not have
    Then it is refused because the unit is unknown

  # Campaigns of other scenarios that are taken away meanwhile would move the pages.
  @severity:critical
  @lock:*
  Scenario: Pages of campaigns neither repeat nor lose one while others are made
    Given 6 campaigns
    When the campaigns are read in pages of 2 while others are made
    Then each of the 6 campaigns is read once

  Scenario: Campaigns are listed in the order that was asked for
    Given 4 campaigns
    When the campaigns are listed newest first
    Then the 4 campaigns are listed newest first
