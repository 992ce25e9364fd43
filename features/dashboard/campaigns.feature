@service:dashboard
@service:wallet
@service:resources
@one-tenant
Feature: Campaigns in the dashboard
  Who works with campaigns sees them with what they are today, and decides what may run.

  @severity:blocker
  Scenario: A draft that marketing sends for approval runs once a supervisor has approved it
    Given a campaign "Spring" that is draft
    And marketing has sent the campaign "Spring" for approval because "it is complete"
    When a supervisor approves the campaign "Spring" because "as planned"
    Then the dashboard says "Campaign approved"
    And the campaign "Spring" is active

  @severity:critical
  Scenario: A campaign is rejected for a reason, and never without one
    Given a campaign "Spring" that is pending
    When a supervisor rejects the campaign "Spring" because " "
    Then the dashboard refuses it at "Reason": "Enter a reason"
    And the campaign "Spring" is pending
    And the form takes the reason "too dear"
    And the dashboard says "Campaign rejected"
    And the campaign "Spring" is rejected

  @severity:critical
  Scenario: Campaigns are listed with what they are today, and by it
    Given a campaign "Spring" that is pending
    And a campaign "Summer" that is ready
    And a campaign "Autumn" that is inactive
    When marketing looks for campaigns
    Then the dashboard lists the campaigns
      | Spring | Waiting for approval | 1.00 off |
      | Summer | Approved, not begun  | 1.00 off |
      | Autumn | Paused               | 1.00 off |
    And of those that are "Paused" it lists "Autumn" and not "Spring"
