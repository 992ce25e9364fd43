@service:resources
Feature: Approval
  Nothing that was only prepared reaches a customer. A draft is put forward, and runs once it has been
  approved.

  @severity:blocker
  @smoke
  Scenario: A draft cannot be made to run without approval
    Given a campaign "Spring" that is draft
    When the campaign "Spring" is set to active
    Then it is refused because its status does not allow it
    And the campaign "Spring" is draft

  @one-tenant
  @severity:critical
  Scenario: A campaign that was put forward runs once it is approved
    Given a campaign "Spring" that is pending
    When the campaign "Spring" is set to active
    Then the campaign "Spring" is active

  @one-tenant
  Scenario: An approved campaign whose start is still to come waits for it
    Given a campaign "Spring" with
      | starts | in 3 days |
      | status | pending   |
    When the campaign "Spring" is set to active
    Then the campaign "Spring" is ready

  @one-tenant
  Scenario: A campaign that was turned down can be put forward again
    Given a campaign "Spring" that is rejected
    And the campaign "Spring" has been changed to draft
    When the campaign "Spring" is set to pending
    Then the campaign "Spring" is pending

  @one-tenant
  Scenario Outline: A campaign that is <status> may become <allowed>
    When a campaign that is <status> is set to each status
    Then it may be set to "<allowed>", and anything else is refused because its status does not allow it

    Examples: What it is already, it may always be set to
      | status   | allowed                          |
      | draft    | draft, pending                   |
      | pending  | draft, pending, active, rejected |
      | rejected | draft, rejected                  |
      | ready    | draft, pending, active, inactive |
      | active   | draft, pending, active, inactive |
      | inactive | draft, pending, active, inactive |
      | expired  | active                           |
