@service:dashboard
@service:wallet
@service:resources
@one-tenant
@roles
Feature: Roles in the dashboard
  Everybody sees what their work needs. What a role may not do is neither shown to it nor done for it by
  address.

  Background:
    Given a points scheme
    And Anna is a member of it
    And a campaign "Spring" that is pending

  @severity:blocker
  Scenario: Customer care is led to customers, and cannot open by its address what is others' work
    When customer care opens the form to credit points
    Then the dashboard says that this is not allowed
    And customer care can open none of these either
      | the campaigns |
      | the audit     |
    And the dashboard leads to "Customers, Exports"

  @severity:blocker
  Scenario: A supervisor is led to everything, and cannot make a campaign by its address
    When a supervisor opens a new campaign
    Then the dashboard says that this is not allowed
    And the dashboard leads to "Customers, Campaigns, Exports, Audit"

  @severity:blocker
  Scenario: Marketing is led to campaigns, and cannot open by its address what is others' work, nor approve its own
    When marketing opens the form to approve the campaign
    Then the dashboard says that this is not allowed
    And marketing can open none of these either
      | the wallet |
      | the audit  |
    And the dashboard leads to "Campaigns"

  @severity:blocker
  Scenario: Personal data is masked for customer care, and shown in full to a supervisor
    Given Anna is known by name and e-mail address
    When customer care opens Anna's wallet
    Then the dashboard shows Anna's personal data masked
    And a supervisor is shown Anna's personal data in full
