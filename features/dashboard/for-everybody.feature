@service:dashboard
@service:wallet
@service:resources
@one-tenant
@accessibility
Feature: A dashboard for everybody
  Nobody is kept from their work by how they see, hear or move: every page can be read in light and in
  dark and enlarged, says what it is about, and needs no mouse.

  @severity:critical
  Scenario: No page of customer care has text too faint, a field without a label, or anything out of the keyboard's reach
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 300 points
    When somebody who is not signed in opens the page of Anna's wallet
    Then the dashboard asks to sign in
    And the page keeps nobody out
    And none of these pages keeps customer care out
      | the search  |
      | the wallet  |
      | the points  |
      | the card    |
      | the exports |

  @severity:critical
  Scenario: No page of a supervisor has text too faint, a field without a label, or anything out of the keyboard's reach
    Given a campaign "Spring" that is pending
    When a supervisor opens the campaigns
    Then the page keeps nobody out
    And none of these pages keeps a supervisor out
      | the campaign |
      | the audit    |

  @severity:critical
  Scenario: No step of a new campaign has text too faint, a field without a label, or anything out of the keyboard's reach
    When marketing opens a new campaign
    Then the page keeps nobody out
    And the review at the end of it keeps nobody out

  @severity:critical
  Scenario: No form has text too faint, a field without a label, or anything out of the keyboard's reach
    Given a points scheme
    And Anna is a member of it
    When a supervisor opens the form to credit points
    Then the page keeps nobody out

  @severity:critical
  Scenario: No file that is being made has text too faint, or anything out of the keyboard's reach
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 1 point 101 times
    When customer care orders Anna's ledger
    Then the dashboard says "Export queued"
    And the page keeps nobody out

  @severity:critical
  Scenario: No page that says no has text too faint, or anything out of the keyboard's reach
    When customer care opens the audit
    Then the dashboard says that this is not allowed
    And the page keeps nobody out

  @severity:critical
  Scenario: What is wrong with a form is announced, and told at each field
    Given a points scheme
    And Anna is a member of it
    When a supervisor sends the form to credit points empty
    Then each mistake is announced and told at its field

  @severity:critical
  Scenario: Customer care signs in and gives goodwill by keyboard alone, and the focus is on what came of it
    Given a points scheme
    And Anna is a member of it
    And only the keyboard is used
    When customer care gives Anna 50 points because "the milk was sour"
    Then the dashboard says "50 points given"
    And Anna has 50 points
